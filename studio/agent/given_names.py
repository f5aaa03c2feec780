"""Common given names of many languages, so that somebody called by name alone is known to be a person."""

from studio.agent.words import bag

WOMEN = bag(
    """Ada Adele Agnes Aisha Alba Alice Alina Alma Amal Amelia Amina Amy Ana Anastasia Andrea Angela Anita Anja
    Anna Anne Annika Antonia Asha Astrid Aurora Ava Aya Barbara Beatrice Bella Berta Birgit Bridget Camila
    Camille Carla Carmen Carol Caroline Catherine Cecilia Celia Charlotte Chiara Chloe Christina Clara Claire
    Claudia Cora Daisy Dana Daniela Daria Diana Dora Dorothy Edith Elena Eleanor Elif Elisa Elise Eliza
    Elizabeth Ella Ellen Elsa Emily Emma Erika Esther Eva Eve Fatima Fiona Flora Florence Frances Freya Frida
    Gabriela Gemma Gina Giulia Grace Greta Hana Hannah Harriet Hazel Heidi Helen Helena Helga Hilda Ida Ines
    Ingrid Irene Iris Irma Isabel Isabella Ivy Jana Jane Jasmine Jenny Jessica Johanna Josephine Judith Julia
    Juliet June Karen Karin Kate Katherine Katja Keiko Lara Laura Lea Leah Leila Lena Leonie Lia Lily Lina Linda
    Lisa Liv Lola Lotte Louise Lucia Lucy Luisa Luna Lydia Mabel Maggie Maja Malala Mara Margaret Margot Maria
    Marie Marina Marisol Marta Martha Mary Matilda Maud Maya Mei Mia Mila Mina Miriam Molly Mona Nadia Naomi
    Nina Noor Nora Olga Olivia Paula Pia Polly Priya Rachel Rebecca Rita Rosa Rose Ruby Ruth Sakura Sally Samira
    Sandra Sara Sarah Selma Sofia Sonja Sophie Stella Susan Sylvia Tamara Tara Teresa Tess Tina Uma Ursula
    Valentina Vera Veronica Victoria Viola Violet Wanda Wendy Yara Yasmin Yuki Zara Zoe Zoë"""
)
MEN = bag(
    """Aaron Abdul Adam Adrian Ahmed Alan Albert Alejandro Ali Amir Anders Andrew Anton Antonio Arthur Axel Ben
    Benjamin Bernard Bill Bjorn Bob Boris Bruno Carl Carlos Cedric Charles Chen Christian Christopher Colin
    Daniel David Dennis Diego Dimitri Dmitri Dominic Douglas Edgar Eduardo Edward Elias Emil Emilio Enzo Eric
    Erik Ernest Ethan Eugene Felix Fernando Finn Francis Francisco Frank Franz Fred Frederick Fritz Gabriel
    George Georg Gerald Giovanni Gregory Gustav Hakim Hans Harald Harold Harry Hassan Heinrich Henri Henrik
    Henry Hiro Hiroshi Hubert Hugh Hugo Ian Ibrahim Igor Ivan Jack Jacob Jakob James Jan Jasper Javier Jim Joe
    Johan Johann John Jonas Jonathan Jorge Jose Joseph Juan Julian Jun Karl Kemal Kenji Kevin Klaus Kofi Lars
    Leo Leon Leonard Liam Lorenzo Louis Luca Lucas Ludwig Luigi Luis Lukas Magnus Manuel Marco Marcus Mario Mark
    Markus Martin Mateo Matthew Max Michael Miguel Mikhail Milo Mohamed Muhammad Murat Nathan Neil Nicholas
    Niels Nikolai Nils Noah Olaf Oliver Omar Oscar Oskar Otto Owen Pablo Patrick Paul Pedro Per Peter Philip
    Pierre Rafael Raj Ralph Ravi Raymond Richard Robert Roberto Roger Roland Roman Ron Rudolf Samir Samuel
    Sanjay Sebastian Sergei Simon Stefan Stephen Sven Theo Theodore Thomas Tim Timothy Tobias Tom Tomas Umberto
    Victor Viktor Vincent Vladimir Walter Werner William Wolfgang Yusuf"""
)


def gender_of(name: str) -> str:
    """ "she", "he" or "" for the first word of a name."""
    first = name.split()[0] if name.split() else ""
    return "she" if first in WOMEN else "he" if first in MEN else ""
