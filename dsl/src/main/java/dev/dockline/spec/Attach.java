package dev.dockline.spec;

/** What a command is attached to besides its output. */
public enum Attach implements Setting {
    /** Its standard input, which ends for the container when it has ended here. */
    STDIN;

    @Override
    public Object key() {
        return Attach.class;
    }

    @Override
    public boolean shapesContainer() {
        return false;
    }

    @Override
    public String cli() {
        return "-a stdin -a stdout -a stderr";
    }
}
