"""Unpacks the members of a wheel whose names start with one of the prefixes: unpack.py WHEEL FOLDER PREFIX..."""

import os
import sys
import zipfile


def unpack(wheel, folder, *prefixes):
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.namelist():
            if member.startswith(prefixes) and not member.endswith("/"):
                # extract() checks the member's CRC.
                path = archive.extract(member, folder)
                # The folder is trusted once it is renamed to its place, so its data must be on the disk before that.
                with open(path, "rb") as file:
                    os.fsync(file.fileno())


if __name__ == "__main__":
    unpack(*sys.argv[1:])
