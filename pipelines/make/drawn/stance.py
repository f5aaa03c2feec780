"""How a body stands: the angles of its joints."""

from dataclasses import dataclass, fields

Joint = tuple[float, float]  # degrees: forwards from hanging straight down, and the bend at elbow or knee


@dataclass(frozen=True)
class Stance:
    """One posture of a body that looks to the right. Angles in degrees, lengths in hundredths of its height.

    `lean` bends the trunk forwards about the hip, `nod` the head; `rise` lifts the whole body off the ground; `turn`
    lays it down (-90: on its back); `mouth` (0 to 1) is how far it is open in speech. `fore`: the share of its length
    that each thigh (front, back) loses because it points to the viewer, or away. `face`: where the head is turned to, 0
    to the viewer, 1 to the side. `behind`: 1 when it is seen from the back.
    """

    front_arm: Joint = (10, 14)
    back_arm: Joint = (-9, 14)
    front_leg: Joint = (4, -3)
    back_leg: Joint = (-4, -2)
    lean: float = 0.0
    nod: float = 0.0
    rise: float = 0.0
    turn: float = 0.0
    mouth: float = 0.0
    fore: Joint = (0.0, 0.0)
    face: float = 0.5
    behind: float = 0.0


def mixed(a: Stance, b: Stance, share: float) -> Stance:
    """`share` of the way from one stance to another."""
    found = {}
    for field in fields(Stance):
        x, y = getattr(a, field.name), getattr(b, field.name)
        if isinstance(x, tuple):
            found[field.name] = tuple(p + (q - p) * share for p, q in zip(x, y, strict=True))
        else:
            found[field.name] = x + (y - x) * share
    return Stance(**found)


STAND = Stance(face=0.38)
_FRONTAL = (0.72, 0.72)
STILL: dict[str, Stance] = {
    "stand": STAND,
    "point": Stance((97, 2), (-14, 22), nod=-2, face=0.6),
    "hold": Stance((40, 70), (-10, 16)),
    "carry": Stance((36, 58), (30, 62), lean=-3),
    "sit": Stance((30, 52), (14, 46), (88, -88), (80, -84), lean=-3),
    "sit front": Stance((16, -4), (-16, 4), (24, -24), (-24, 24), fore=_FRONTAL, face=0.15),
    "sit throne": Stance((42, -14), (-42, 14), (26, -26), (-26, 26), fore=_FRONTAL, face=0.1),
    "type front": Stance((18, 58), (-18, -58), (24, -24), (-24, 24), nod=7, fore=_FRONTAL, face=0.12),
    "cradle": Stance((34, 82), (46, 66), nod=9, lean=-2, face=0.5),
    "read front": Stance((12, 66), (4, 74), (24, -24), (-24, 24), nod=8, fore=_FRONTAL, face=0.2),
    "astride": Stance((56, 14), (52, 16), (16, -10), (4, -6), lean=14, nod=-6, face=0.8),
    "scoot": Stance((62, 12), (58, 14), (6, -8), (-8, -10), lean=6, face=0.8),
    "straddle": Stance((52, 22), (48, 26), (64, -62), (62, -60), lean=2, face=0.8),
    "crouch": Stance((70, 8), (66, 10), (82, -74), (80, -72), lean=24, nod=-10, face=0.9),
    "lean": Stance((26, 96), (20, 98), (16, -16), (22, -40), lean=-9, nod=3),
    "hand in hand": Stance((34, 4), (-9, 14), face=0.45),
    "listen": Stance((12, 20), (-8, 14), nod=3, face=0.7),
    "kneel": Stance((30, 40), (12, 30), (74, -88), (-8, -84), lean=3),
    "lie": Stance((6, 30), (-4, 8), (5, -4), (-3, -2), turn=-88),
    "read": Stance((34, 78), (28, 82), nod=9),
    "read sitting": Stance((34, 78), (28, 82), (88, -88), (80, -84), nod=9, lean=-3),
    "think": Stance((34, 128), (30, 60), nod=5),
    "pray": Stance((38, 92), (34, 94), nod=10),
    "cheer": Stance((128, 14), (-128, -14), (9, -4), (-9, -4), nod=-6),
    "bow": Stance((12, 8), (-6, 10), (4, -2), (-4, -2), lean=42, nod=16),
    "look up": Stance((12, 14), (-10, 14), nod=-16, lean=-4),
    "hug": Stance((72, 34), (66, 38), lean=5),
    "push": Stance((84, 6), (80, 8), (26, -26), (-32, -4), lean=20),
    "shake": Stance((58, 26), (-12, 16), lean=3),
    "akimbo": Stance((-38, 92), (38, 58), (7, -2), (-8, -2)),
    "shrink": Stance((44, 112), (40, 110), (10, -18), (-2, -16), lean=-7, nod=4),
    "gape": Stance((52, 66), (-46, -54), (6, -2), (-7, -2), lean=-5, nod=-4),
    "row": Stance((62, 22), (56, 26), (88, -70), (80, -68), lean=6),
    "steer": Stance((56, 34), (50, 38), (88, -88), (80, -84), face=0.8),
    "fish": Stance((62, 30), (46, 52), nod=3),
    "type": Stance((42, 48), (38, 50), (88, -88), (80, -84), nod=6),
    "violin": Stance((25, 72), (90, 8), nod=4),
    "cello": Stance((54, 30), (58, 96), (70, -66), (62, -60), lean=2, nod=5, face=0.6),
    "trombone": Stance((66, 40), (60, 92), nod=-3, face=0.85),
    "guitar": Stance((6, 92), (44, 62), nod=5),
    "flute": Stance((58, 96), (64, 74), nod=2),
    "drum": Stance((40, 60), (34, 62), nod=4),
    "peer": Stance((46, 60), (-8, 16), lean=13, nod=6, face=0.95),
    "swim": Stance((150, 16), (-50, -20), (-4, -6), (-14, -8), lean=8),
    "garden": Stance((52, 10), (40, 18), (20, -30), (-14, -20), lean=34, nod=8),
}
