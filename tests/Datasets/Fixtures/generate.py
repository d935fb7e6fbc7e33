"""Writes the image files that the readers are tested on, and what other programs make of them (as PPM and PGM).

Run by hand, with Debian's python3-pil, netpbm and libjpeg-turbo-progs; the tests need none of them.
"""
import math
import subprocess
from pathlib import Path

from PIL import Image

HERE = Path(__file__).parent
WIDTH, HEIGHT = 37, 21


def picture():
    """Smooth gradients with one sharp edge, of a size that is no multiple of 8 or 16."""
    image = Image.new("RGB", (WIDTH, HEIGHT))
    for y in range(HEIGHT):
        for x in range(WIDTH):
            wave = 127 + 100 * math.sin(x / 5.0) * math.cos(y / 4.0)
            image.putpixel((x, y), (int(wave), int(255 * x / WIDTH), 255 - int(wave) if x + y > 30 else int(200 * y / HEIGHT)))
    return image


def run(*command, data):
    return subprocess.run(command, input=data, check=True, capture_output=True).stdout


def ppm(image):
    kind = b"P6" if image.mode == "RGB" else b"P5"
    return kind + b"\n%d %d\n255\n" % image.size + image.tobytes()


def expect(name):
    image = Image.open(HERE / name)
    (HERE / (name.rsplit(".", 1)[0] + (".expected.pgm" if image.mode == "L" else ".expected.ppm"))).write_bytes(ppm(image))


def main():
    color = picture()
    grey = color.convert("L")
    for name, image, options in [
        ("grey-sequential.jpg", grey, {"quality": 90}),
        ("grey-progressive.jpg", grey, {"quality": 90, "progressive": True}),
        ("color-444.jpg", color, {"quality": 92, "subsampling": 0}),
        ("color-422.jpg", color, {"quality": 92, "subsampling": 1}),
        ("color-420.jpg", color, {"quality": 92, "subsampling": 2}),
        ("color-420-low.jpg", color, {"quality": 20, "subsampling": 2, "optimize": True}),
        ("color-444-progressive.jpg", color, {"quality": 92, "subsampling": 0, "progressive": True}),
        ("color-420-progressive.jpg", color, {"quality": 75, "subsampling": 2, "progressive": True}),
    ]:
        image.save(HERE / name, **options)
        expect(name)
    for name, options in [
        ("restart.jpg", ["-quality", "90", "-sample", "2x1", "-restart", "2B"]),
        ("restart-progressive.jpg", ["-quality", "90", "-progressive", "-restart", "1"]),
        ("rgb.jpg", ["-quality", "95", "-rgb"]),
        ("tall-440.jpg", ["-quality", "90", "-sample", "1x2"]),
    ]:
        (HERE / name).write_bytes(run("cjpeg", *options, data=ppm(color)))
        expect(name)
    (HERE / "arithmetic.jpg").write_bytes(run("cjpeg", "-arithmetic", data=ppm(grey)))
    color.convert("CMYK").save(HERE / "cmyk.jpg")

    few = color.quantize(11)
    for name, source in [("interlaced-color.png", color), ("interlaced-grey.png", grey), ("interlaced-palette.png", few.convert("RGB"))]:
        (HERE / name).write_bytes(run("pnmtopng", "-interlace", data=ppm(source)))
        (HERE / (name[:-4] + (".expected.pgm" if source.mode == "L" else ".expected.ppm"))).write_bytes(ppm(source))
    for name, image in [
        ("bits.png", grey.convert("1")), ("color.png", color), ("palette.png", few), ("grey.png", grey),
    ]:
        image.save(HERE / name, optimize=True)
        plain = image.convert("L" if image.mode in ("1", "L") else "RGB")
        (HERE / (name[:-4] + (".expected.pgm" if plain.mode == "L" else ".expected.ppm"))).write_bytes(ppm(plain))
    # Resizing as the notes' transform does it, on an image.
    (HERE / "color-resized-16x10.ppm").write_bytes(ppm(color.resize((16, 10), Image.BILINEAR)))
    (HERE / "color-resized-50x60.ppm").write_bytes(ppm(color.resize((50, 60), Image.BILINEAR)))


main()
