package dev.dockline.spec;

/** What a declaration turns on by a word alone. */
public enum Switch implements Setting {
    /** The container is removed, with its anonymous volumes, when it ends. */
    AUTO_REMOVE("autoRemove", "--rm"),
    /** Every exposed port is published on a free port of the host. */
    PUBLISH_ALL("publishAll", "-P"),
    /** Standard input stays open. */
    INTERACTIVE("interactive", "-i"),
    /** The program has a terminal. */
    TTY("tty", "-t"),
    /** A small first process reaps children and passes signals on. */
    INIT("init", "--init"),
    /** The container may do what the host may. */
    PRIVILEGED("privileged", "--privileged"),
    /** The container's own files cannot be written, only its mounts. */
    READ_ONLY_ROOT("readOnly", "--read-only");

    private final String noun;
    private final String flag;

    Switch(String noun, String flag) {
        this.noun = noun;
        this.flag = flag;
    }

    @Override
    public Object key() {
        return this;
    }

    @Override
    public String cli() {
        return flag;
    }

    @Override
    public String toString() {
        return noun + "()";
    }
}
