"""The shapes a picture can have, width to height, and the pixels it has in each."""

SIZES = {"16:9": (1920, 1080), "9:16": (1080, 1920), "1:1": (1440, 1440), "4:5": (1296, 1620)}
