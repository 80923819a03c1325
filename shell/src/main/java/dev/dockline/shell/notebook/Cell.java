package dev.dockline.shell.notebook;

/**
 * A cell of a notebook.
 *
 * @param type {@code code}, {@code markdown}, {@code raw}, or what else a file has there
 * @param source its text
 */
record Cell(String type, String source) {
    boolean isCode() {
        return type.equals("code");
    }
}
