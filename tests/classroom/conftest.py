from tests.harbour import harbour_app, visitor

__all__ = ["harbour_app", "visitor"]
