"""Why the platform does not do what it was asked."""


class Refused(Exception):
    """An answer with `success: false`.

    `complaint`: whether only a mistake of the caller's explains it.
    """

    def __init__(self, code: str, message: str, field: str | None = None, status: int = 400, complaint: bool = True):
        super().__init__(f"{code}: {message}")
        self.code, self.message, self.field, self.status, self.complaint = code, message, field, status, complaint

    @property
    def error(self) -> dict:
        return {"field": self.field, "code": self.code, "message": self.message}


def not_found(what: str) -> Refused:
    """Often no mistake: things go away. So it is no complaint."""
    return Refused("NOT_FOUND", f"{what} was not found", status=404, complaint=False)
