package dev.dockline.shell.eval;

/** What a line that begins with a dot goes on with: a value under a name, and the variable it was put into, or null. */
record Chain(String receiver, String variable) {
    static final Chain NONE = new Chain(null, null);

    static Chain after(Outcome outcome) {
        if (!(outcome instanceof Outcome.Value value) || value.name() == null) {
            return NONE;
        }
        return new Chain(value.name(), value.form() == Outcome.Form.EXPRESSION ? null : value.name());
    }

    boolean assigns() {
        return variable != null;
    }
}
