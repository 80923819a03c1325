package dev.dockline.engine;

/**
 * What a verb is about to do, in the words of its error message and of its table.
 *
 * @param verb the verb: {@code run}, {@code remove}
 * @param kind what it acts on: {@code container}, {@code volume}
 * @param name the name of that, empty where the engine finds one
 */
public record Act(String verb, String kind, String name) {
    /** The first part of an error: {@code Cannot run container "web"}. */
    public String what() {
        return "Cannot " + verb + " " + (name.isEmpty() ? unnamed() : kind + " \"" + name + "\"");
    }

    private String unnamed() {
        return kind.endsWith("s") || kind.startsWith("the ") ? kind : "a " + kind;
    }
}
