package dev.dockline.embedded.program.shell;

import java.util.List;

/** A script as a tree. */
sealed interface Node {
    record Redirect(int descriptor, String operator, Word target) {}

    record Assignment(String name, Word value) {}

    record Simple(List<Assignment> assignments, List<Word> words, List<Redirect> redirects) implements Node {}

    record Pipeline(List<Node> commands, boolean negated) implements Node {}

    /** Left, then right if the operator ({@code &&}, {@code ||}, {@code ;}) wants it. */
    record Both(Node left, String operator, Node right) implements Node {}

    record If(Node condition, Node then, Node otherwise) implements Node {}

    record While(Node condition, boolean until, Node body) implements Node {}

    /** Without words it goes through the script's own arguments. */
    record For(String name, List<Word> words, Node body) implements Node {}

    record Case(Word subject, List<Branch> branches) implements Node {}

    record Branch(List<Word> patterns, Node body) {}

    record Group(Node body, boolean subshell, List<Redirect> redirects) implements Node {}

    /** What goes on beside. */
    record Background(Node body) implements Node {}

    record Function(String name, Node body) implements Node {}

    record Nothing() implements Node {}
}
