package dev.dockline.shell.eval;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.ImportSnippet;
import jdk.jshell.Snippet;

/**
 * What a user's import declarations may give a meaning.
 *
 * @param names those that are imported one by one
 * @param everything whether all static members of some class are, among which there may be any name
 * @param everyType whether all classes of some package are
 */
record Imported(Set<String> names, boolean everything, boolean everyType) {
    static final Imported NOTHING = new Imported(Set.of(), false, false);

    static Imported by(List<Snippet> snippets) {
        var imports = snippets.stream()
                .filter(ImportSnippet.class::isInstance)
                .map(ImportSnippet.class::cast)
                .toList();
        var all = imports.stream().filter(each -> each.fullname().endsWith("*")).toList();
        return new Imported(
                imports.stream()
                        .map(each -> each.fullname().replaceFirst(".*\\.", ""))
                        .collect(Collectors.toSet()),
                all.stream().anyMatch(ImportSnippet::isStatic),
                !all.isEmpty());
    }

    /** Whether a name may have its meaning from them. */
    boolean mayBe(String name) {
        return everything || names.contains(name) || everyType && Character.isUpperCase(name.charAt(0));
    }
}
