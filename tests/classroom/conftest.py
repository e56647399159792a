from tests.classroom.accounts_building import cheap_hashing
from tests.harbour import harbour_app, visitor

__all__ = ["cheap_hashing", "harbour_app", "visitor"]
