"""The component folders of a Python project, and the test that keeps their imports to what the plan connects."""

FOLDER = '''\
"""«purpose».

«serves»
"""
'''

TEST_BOUNDARIES = '''\
"""Keeps the components apart: one may import another only where the approved plan connects the two."""

import ast
import pathlib
import unittest

import «package»

ROOT = pathlib.Path(«package».__file__).parent

# Component folder -> the component folders it may import. Change the plan before you change this table.
ALLOWED: dict[str, frozenset[str]] = {
«allowed»
}


def imported(source: str) -> set[str]:
    """The component folders that a module imports by their full names."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            parts = name.split(".")
            if parts[0] == "«package»" and len(parts) > 1 and parts[1] in ALLOWED:
                found.add(parts[1])
    return found


class BoundariesTest(unittest.TestCase):
    def test_every_component_has_its_folder(self) -> None:
        self.assertEqual([name for name in ALLOWED if not (ROOT / name / "__init__.py").is_file()], [])

    def test_no_component_imports_one_it_is_not_connected_to(self) -> None:
        for name, others in ALLOWED.items():
            for path in sorted((ROOT / name).rglob("*.py")):
                with self.subTest(path=str(path.relative_to(ROOT))):
                    self.assertEqual(imported(path.read_text("utf-8")) - others - {name}, set())

    def test_an_import_of_a_component_is_seen(self) -> None:
        for name in ALLOWED:
            self.assertEqual(imported(f"from «package».«slot» import thing"), {name})


if __name__ == "__main__":
    unittest.main()
'''
