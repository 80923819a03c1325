package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Program;
import java.util.List;

/** The tools by name. A switch and not a map: a tool's class is loaded when the tool is first run. */
public final class Tools {
    public static final List<String> NAMES = List.of(
            "[",
            "basename",
            "cat",
            "chmod",
            "chown",
            "cp",
            "cut",
            "date",
            "df",
            "dirname",
            "du",
            "echo",
            "env",
            "false",
            "find",
            "grep",
            "gunzip",
            "gzip",
            "head",
            "hostname",
            "id",
            "kill",
            "ln",
            "ls",
            "md5sum",
            "mkdir",
            "mkfifo",
            "mv",
            "nc",
            "ping",
            "printf",
            "ps",
            "pwd",
            "readlink",
            "rev",
            "rm",
            "rmdir",
            "sed",
            "seq",
            "sha256sum",
            "sleep",
            "sort",
            "stat",
            "stty",
            "tail",
            "tar",
            "tee",
            "test",
            "touch",
            "tr",
            "true",
            "truncate",
            "tty",
            "uname",
            "uniq",
            "wc",
            "wget",
            "whoami",
            "xargs",
            "yes",
            "zcat");

    private Tools() {}

    /** Null where there is none of that name. */
    public static Program named(String name) {
        return switch (name) {
            case "[", "test" -> new Test();
            case "basename" -> new Basename();
            case "cat" -> new Cat();
            case "chmod" -> new Chmod();
            case "chown" -> new Chown();
            case "cp" -> new Cp();
            case "cut" -> new Cut();
            case "date" -> new Date();
            case "df" -> new Df();
            case "dirname" -> new Dirname();
            case "du" -> new Du();
            case "echo" -> new Echo();
            case "env" -> new Env();
            case "false" -> process -> 1;
            case "find" -> new Find();
            case "grep" -> new Grep();
            case "gunzip", "gzip", "zcat" -> new Gzip();
            case "head" -> new Head();
            case "hostname" -> new Hostname();
            case "id" -> new Id();
            case "kill" -> new Kill();
            case "ln" -> new Ln();
            case "ls" -> new Ls();
            case "md5sum" -> new Checksum("MD5");
            case "mkdir" -> new Mkdir();
            case "mkfifo" -> new Mkfifo();
            case "mv" -> new Mv();
            case "nc" -> new Nc();
            case "ping" -> new Ping();
            case "printf" -> new Printf();
            case "ps" -> new Ps();
            case "pwd" -> new Pwd();
            case "readlink" -> new Readlink();
            case "rev" -> new Rev();
            case "rm" -> new Rm();
            case "rmdir" -> new Rmdir();
            case "sed" -> new Sed();
            case "seq" -> new Seq();
            case "sha256sum" -> new Checksum("SHA-256");
            case "sleep" -> new Sleep();
            case "sort" -> new Sort();
            case "stat" -> new StatTool();
            case "stty" -> new Stty();
            case "tail" -> new Tail();
            case "tar" -> new Tar();
            case "tee" -> new Tee();
            case "touch" -> new Touch();
            case "tr" -> new Tr();
            case "true" -> process -> 0;
            case "truncate" -> new Truncate();
            case "tty" -> new Tty();
            case "uname" -> new Uname();
            case "uniq" -> new Uniq();
            case "wc" -> new Wc();
            case "wget" -> new Wget();
            case "whoami" -> new Whoami();
            case "xargs" -> new Xargs();
            case "yes" -> new Yes();
            default -> null;
        };
    }
}
