"""Certificates of the tests' own, made by OpenSSL."""

import subprocess
from pathlib import Path


class Authority:
    """Somebody who signs certificates, in a folder of its own."""

    def __init__(self, folder: Path, name: str):
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.certificate = folder / "ca.pem"
        self._key = folder / "ca.key"
        _openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                 "-subj", f"/CN={name}", "-keyout", self._key, "-out", self.certificate)

    def sign(self, host: str) -> tuple:
        """The files of a certificate for this host, and of its key."""
        key, request, certificate = (self.folder / f"{host}.{end}" for end in ("key", "csr", "pem"))
        names = self.folder / f"{host}.cnf"
        names.write_text(f"subjectAltName=DNS:{host}\n")
        _openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/CN={host}",
                 "-keyout", key, "-out", request)
        _openssl("x509", "-req", "-in", request, "-CA", self.certificate, "-CAkey", self._key, "-CAcreateserial",
                 "-days", "2", "-extfile", names, "-out", certificate)
        return certificate, key


def _openssl(*arguments):
    result = subprocess.run(["openssl", *map(str, arguments)], capture_output=True, text=True, timeout=60)
    assert result.returncode == 0, result.stderr
