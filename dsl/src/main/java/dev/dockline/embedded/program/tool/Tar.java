package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.TarExtractor;
import dev.dockline.embedded.fs.TarPacker;
import dev.dockline.embedded.io.Decompressed;
import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * {@code tar c|x|t [v] [z] [p] [S] [f FILE] [-C FOLDER] [FILE]...}, the first word with or without its dash. Holes are
 * written as zeros, with {@code S} too.
 */
final class Tar implements Program {
    private Process process;
    private Options options;
    private String folder;

    @Override
    public int run(Process started) throws IOException {
        process = started;
        options = Options.of(modern(started.args()), "cxtvzpSf:C:");
        folder = started.path(options.value('C', "."));
        if (!started.files().isDirectory(folder))
            throw new ExitException(
                    1, "can't change directory to '" + options.value('C', ".") + "': No such file or directory");
        if (options.has('c')) return create();
        if (options.has('x')) return extract();
        if (options.has('t')) return list();
        throw new ExitException(1, "you must specify one of the options c, x, t");
    }

    // The old form: all letters in the first word, then the values of those that take one, in order.
    private static List<String> modern(List<String> args) {
        if (args.isEmpty() || args.get(0).startsWith("-")) return args;
        var all = new ArrayList<String>();
        var next = 1;
        for (var letter : args.get(0).toCharArray()) {
            all.add("-" + letter);
            if ((letter == 'f' || letter == 'C') && next < args.size()) all.add(args.get(next++));
        }
        all.addAll(args.subList(next, args.size()));
        return all;
    }

    private boolean isStandard() {
        return options.value('f', "-").equals("-");
    }

    private int create() throws IOException {
        if (options.operands().isEmpty()) throw new ExitException(1, "empty archive");
        var archive = options.value('f', "-");
        var verbose = options.has('v');
        var code = 0;
        var out = isStandard() ? process.out() : process.files().write(process.path(archive), false);
        try (var tar = new TarPacker(process.files(), compressed(out), name -> tell(verbose, name))) {
            for (var operand : options.operands()) code |= add(tar, operand);
            if (code != 0) process.complain("error exit delayed from previous errors");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return code;
    }

    private OutputStream compressed(OutputStream out) throws IOException {
        var guarded = new BufferedOutputStream(process.guard(out));
        return options.has('z') ? new GZIPOutputStream(guarded) : guarded;
    }

    private int add(TarPacker tar, String operand) throws IOException {
        var name = operand.replaceFirst("^/+", "");
        if (!name.equals(operand)) process.complain("removing leading '/' from member names");
        try {
            var path = dev.dockline.embedded.fs.Paths.absolute(folder, operand);
            tar.add(path, name.isEmpty() ? "." : dev.dockline.embedded.fs.Paths.trimmed(name));
            return 0;
        } catch (FileError e) {
            return process.fail(operand + ": " + e.getMessage());
        }
    }

    // Names go to standard error when the archive itself goes to standard output.
    private void tell(boolean verbose, String name) {
        if (!verbose) return;
        try {
            var out = options.has('c') && isStandard() ? process.err() : process.out();
            out.write((name + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream input() throws IOException {
        var archive = options.value('f', "-");
        try {
            var raw = isStandard() ? process.in() : process.files().read(process.path(archive));
            return Decompressed.of(raw);
        } catch (FileError e) {
            throw new ExitException(1, "can't open '" + archive + "': " + e.getMessage());
        }
    }

    private int extract() throws IOException {
        var wanted = options.operands();
        try (var in = input()) {
            new TarExtractor(process.files(), folder)
                    .extract(in, name -> isWanted(wanted, name), name -> tell(options.has('v'), name));
            return 0;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (TarExtractor.BadName e) {
            return process.fail(e.getMessage());
        }
    }

    private static boolean isWanted(List<String> wanted, String name) {
        var plain = dev.dockline.embedded.fs.Paths.trimmed(name);
        return wanted.isEmpty()
                || wanted.stream()
                        .map(dev.dockline.embedded.fs.Paths::trimmed)
                        .anyMatch(one -> plain.equals(one) || plain.startsWith(one + "/"));
    }

    private int list() throws IOException {
        try (var in = new TarArchiveInputStream(input())) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (isWanted(options.operands(), entry.getName())) process.println(entry.getName());
            }
            return 0;
        }
    }
}
