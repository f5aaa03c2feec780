"""A part of an ONNX network, cut out at named tensors: what the voices need to tell when each sound is spoken.

Voices are published with the waveform as their only way out and with dice of their own inside. Cutting at the
tensor of durations gives the times of every phoneme, and cutting at the random tensors lets the caller throw
the dice, so that the same seed gives the same samples.

An ONNX file is one protobuf message: ModelProto.graph is field 7; GraphProto has node 1, initializer 5,
input 11, output 12; NodeProto has input 1, output 2; ValueInfoProto and TensorProto are named in 1 and 8.
"""

from collections.abc import Iterator
from dataclasses import dataclass

_GRAPH, _STEP, _WEIGHT, _INPUT, _OUTPUT = 7, 1, 5, 11, 12


@dataclass(frozen=True)
class _Field:
    number: int
    start: int  # where the field begins, its key included
    body: int  # where its value begins
    end: int


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def _written(value: int) -> bytes:
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _message(number: int, body: bytes) -> bytes:
    return _written(number << 3 | 2) + _written(len(body)) + body


def _fields(data: bytes, at: int, end: int) -> Iterator[_Field]:
    while at < end:
        start = at
        key, at = _varint(data, at)
        wire, body = key & 7, at
        if wire == 0:
            _, at = _varint(data, at)
        elif wire == 2:
            size, body = _varint(data, at)
            at = body + size
        else:
            at += 8 if wire == 1 else 4
        yield _Field(key >> 3, start, body, at)


def _names(data: bytes, field: _Field, number: int) -> list[str]:
    return [data[f.body : f.end].decode() for f in _fields(data, field.body, field.end) if f.number == number]


def cut(model: bytes, outputs: tuple[str, ...], fed: tuple[str, ...] = ()) -> bytes:
    """The part of a network that makes `outputs`, where the float tensors named in `fed` come from outside.

    Everything that part does not need is left out, weights included. Raises KeyError naming a tensor that
    the network does not make.
    """
    graph = next(f for f in _fields(model, 0, len(model)) if f.number == _GRAPH)
    parts = list(_fields(model, graph.body, graph.end))
    makers = {name: part for part in parts if part.number == _STEP for name in _names(model, part, 2)}
    for name in (*outputs, *fed):
        if name not in makers:
            raise KeyError(name)
    wanted: set[str] = set()
    kept: set[int] = set()
    waiting = list(outputs)
    while waiting:
        name = waiting.pop()
        if name in wanted:
            continue
        wanted.add(name)
        maker = makers.get(name)
        if maker is not None and name not in fed:
            kept.add(maker.start)
            waiting.extend(_names(model, maker, 1))
    pieces: list[bytes] = []
    for part in parts:
        if part.number == _OUTPUT:
            continue
        if part.number == _STEP and part.start not in kept:
            continue
        if part.number in (_WEIGHT, _INPUT):
            name = _names(model, part, 8 if part.number == _WEIGHT else 1)[0]
            if name not in wanted:
                continue
        pieces.append(model[part.start : part.end])
    of_float = _message(2, _message(1, b"\x08\x01"))
    pieces += [_message(_INPUT, _message(1, name.encode()) + of_float) for name in fed if name in wanted]
    pieces += [_message(_OUTPUT, _message(1, name.encode())) for name in outputs]
    return model[: graph.start] + _message(_GRAPH, b"".join(pieces)) + model[graph.end :]
