"""Sounds and films, through PyAV, whose wheel brings FFmpeg's codecs."""

import io
from pathlib import Path

import av
from av.audio.resampler import AudioResampler
from PIL import Image

from adapters.media.pictures import MAX_PIXELS, thumbnail_of
from application.ports.media_tools import Looks
from domain.media.errors import MediaProblem, MediaRefusedError

VOICE_RATE = 48_000
"""Hz: what Opus works at inside."""
VOICE_BITS = 24_000
"""A second: speech is clear, and three minutes stay below the 512 KB up to which WhatsApp shows a play button."""
LONGEST_VOICE = 30 * 60
"""Seconds; at that length it is no note any more."""


def watch(path: Path) -> Looks:
    """Measure a film or a sound, and draw a film's first picture. Raises MediaRefusedError."""
    try:
        with av.open(str(path), mode="r") as container:
            length = None if container.duration is None else max(0, round(container.duration / 1000))
            if not container.streams.video:
                return Looks(duration_ms=length)
            stream = container.streams.video[0]
            if stream.width * stream.height > MAX_PIXELS:
                raise MediaRefusedError("The film is too large to be drawn.", problem=MediaProblem.TOO_MANY_PIXELS)
            frame = next(container.decode(stream), None)
            thumbnail = thumbnail_of(_drawn(frame)) if frame is not None else None
            return Looks(width=stream.width, height=stream.height, duration_ms=length, thumbnail=thumbnail)
    except (av.FFmpegError, ValueError, OSError):
        raise MediaRefusedError("The film or sound is damaged.", problem=MediaProblem.DAMAGED) from None


def _drawn(frame: av.VideoFrame) -> Image.Image:
    picture: Image.Image = frame.to_image()  # type: ignore[no-untyped-call]  # PyAV leaves it untyped
    return picture


def make_voice(source: Path, target: Path) -> Looks:
    """Write a recording as Ogg with Opus, mono. Raises MediaRefusedError."""
    try:
        with av.open(str(source), mode="r") as recording:
            if not recording.streams.audio:
                raise MediaRefusedError("There is no sound in it.", problem=MediaProblem.DAMAGED)
            body, samples = _encoded(recording)
    except (av.FFmpegError, ValueError, OSError):
        raise MediaRefusedError("The recording is damaged.", problem=MediaProblem.DAMAGED) from None
    if not samples:
        raise MediaRefusedError("The recording is empty.", problem=MediaProblem.DAMAGED)
    target.write_bytes(body)
    return Looks(duration_ms=round(samples * 1000 / VOICE_RATE))


def _encoded(recording: av.container.InputContainer) -> tuple[bytes, int]:
    written, samples = io.BytesIO(), 0
    with av.open(written, mode="w", format="ogg") as ogg:
        voice = ogg.add_stream("libopus", rate=VOICE_RATE, layout="mono", options={"application": "voip"})
        voice.bit_rate = VOICE_BITS
        mono = AudioResampler(format="s16", layout="mono", rate=VOICE_RATE)
        for frame in recording.decode(recording.streams.audio[0]):
            frame.pts = None  # gaps of a recorder that paused would become silence, or errors
            for part in mono.resample(frame):
                samples += part.samples
                if samples > LONGEST_VOICE * VOICE_RATE:
                    raise MediaRefusedError("The recording is too long.", problem=MediaProblem.TOO_LARGE)
                ogg.mux(voice.encode(part))
        for part in mono.resample(None):
            samples += part.samples
            ogg.mux(voice.encode(part))
        ogg.mux(voice.encode(None))
    return written.getvalue(), samples
