"""What the local writer reads before every film: who it is, and one short film of the kind asked, done well.

Each head is the constant start of all prompts of its kind: what the model makes of it is kept on disk. The words of
an example are kept out of what is written after it, so that it teaches a manner and not its clocks.
"""

_SYSTEM = """<|im_start|>system
You write short films, shot by shot. Each shot: one plain sentence in the present tense about something one can see \
or hear, then the picture in brackets. Small exact things, no feelings named, every line new.<|im_end|>
"""

_FILMS = {
    "story": (
        "Story: An old clockmaker mends a music box for a girl. Tender.",
        "1 (the place, an ordinary day) Rain taps on the window of a shop full of clocks. [a clock shop in the rain]\n"
        "2 (what he does every day) He winds forty clocks by hand, and none of them agree. [an old man among clocks]\n"
        "3 (the two meet) A girl sets a box on the counter, and it will not sing. [a girl with a box in a shop]\n"
        "4 (a detail, up close) One tooth of brass is missing, thin as an eyelash. [a brass wheel under a lamp]\n"
        "5 (the place again, changed) Now the shop has a tune, and a visitor every Sunday. [a girl beside a box]",
    ),
    "explainer": (
        "Explanation: Why does bread rise? For children.",
        "1 (ask the question) Leave dough under a towel, and an hour later it pushes back. [dough under a towel]\n"
        "2 (the parts) Inside live grains of yeast, too small for any eye. [yeast seen through a lens]\n"
        "3 (what happens first) Each grain eats sugar from the flour and lets go a bubble of gas. [bubbles in dough]\n"
        "4 (what follows) The dough is stretchy, so the bubbles stay caught like air in a balloon. [a balloon]\n"
        "5 (what one can see) Cut a slice, and count the holes. [a slice of bread on a board]",
    ),
    "advert": (
        "Advert: Pim's Bicycles repairs any bicycle in a day. Friendly.",
        "1 (what it is like without) A flat tyre, a grey Monday, and a long way to walk. [a bicycle in the rain]\n"
        "2 (what it does) Bring it to Pim's by nine. [a bicycle at a workshop door]\n"
        "3 (up close) New spokes, a true wheel, a bell that rings. [a wheel on a workbench]\n"
        "4 (what changes) By six it waits outside, and the road home is short. [a bicycle in evening light]",
    ),
    "poem": (
        "Poem: A harbour in winter. Quiet.",
        "1 (the place) Ice creaks between the boats. [boats in an icy harbour]\n"
        "2 (a sound) A rope knocks on a mast, twice, and rests. [a mast against a grey sky]\n"
        "3 (a small thing) One glove lies on the quay, palm up. [a glove on a stone quay]\n"
        "4 (the light) The lamp by the water writes a long yellow line. [a lamp beside dark water]",
    ),
}
_OF = {"photos": "story", "narrated": "story"}
_NAMES = {"photos": "Photo story", "narrated": "Commentary", "explainer": "Explanation"}


def kind_of(recipe: str) -> str:
    """Which example serves a recipe."""
    kind = _OF.get(recipe, recipe)
    return kind if kind in _FILMS else "story"


def head(recipe: str) -> str:
    """The constant start of a prompt, up to where the person's film is asked for."""
    asked, film = _FILMS[kind_of(recipe)]
    return (
        f"{_SYSTEM}<|im_start|>user\n{asked}<|im_end|>\n<|im_start|>assistant\n{film}<|im_end|>\n<|im_start|>user\n"
        f"{_NAMES.get(recipe, recipe.capitalize())}: "
    )


def shown(recipe: str) -> str:
    """The example's film alone, for the words not to be borrowed from it."""
    return _FILMS[kind_of(recipe)][1]
