package dev.dockline.embedded.build;

import dev.dockline.embedded.fs.FileError;
import dev.dockline.embedded.fs.FileView;
import dev.dockline.embedded.fs.Paths;
import dev.dockline.embedded.fs.TarExtractor;
import dev.dockline.embedded.runtime.Users;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.List;

/** {@code COPY} and {@code ADD}: files of one view into another. */
final class Copying {
    private final Instruction instruction;
    private final FileView from;
    private final FileView to;
    private final int uid;
    private final int gid;

    Copying(Instruction instruction, FileView from, FileView to) throws IOException {
        this.instruction = instruction;
        this.from = from;
        this.to = to;
        var owner = Users.find(to, instruction.flags().getOrDefault("chown", "0:0"));
        uid = owner.uid();
        gid = owner.gid();
    }

    /** Copies what the words name to where the last of them says. */
    void copy(List<String> words, String workingDir) throws IOException, BuildError {
        if (words.size() < 2)
            throw new BuildError("dockerfile parse error: " + instruction.keyword()
                    + " requires at least two arguments, but only " + words.size() + " provided");
        var last = words.get(words.size() - 1);
        var sources = new ArrayList<String>();
        for (var word : words.subList(0, words.size() - 1)) sources.addAll(found(word));
        if (sources.size() > 1 && !last.endsWith("/"))
            throw new BuildError("When using " + instruction.keyword()
                    + " with more than one source file, the destination must be a directory and end with a /");
        var target = Paths.absolute(workingDir, last);
        for (var source : sources) copy(source, target, last.endsWith("/") || last.equals("."));
    }

    private List<String> found(String word) throws IOException, BuildError {
        if (instruction.keyword().equals("ADD") && word.matches("https?://.*"))
            throw new BuildError("ADD failed: the embedded engine of Dockline fetches nothing: " + word);
        var path = Paths.absolute("/", word);
        if (!word.matches(".*[*?\\[].*")) {
            if (!from.exists(path)) throw missing(word);
            return List.of(path);
        }
        var pattern = FileSystems.getDefault().getPathMatcher("glob:" + Paths.name(path));
        var all = new ArrayList<String>();
        try {
            for (var child : from.list(Paths.parent(path))) {
                if (pattern.matches(java.nio.file.Path.of(child))) all.add(Paths.child(Paths.parent(path), child));
            }
        } catch (FileError e) {
            throw missing(word);
        }
        if (all.isEmpty()) throw new BuildError(instruction.keyword() + " failed: no source files were specified");
        return all;
    }

    private BuildError missing(String word) {
        return new BuildError(instruction.keyword()
                + " failed: file not found in build context or excluded by .dockerignore: stat " + word
                + ": file does not exist");
    }

    private void copy(String source, String target, boolean intoFolder) throws IOException, BuildError {
        if (from.isDirectory(source)) {
            to.mkdirs(target);
            for (var child : from.list(source)) tree(Paths.child(source, child), Paths.child(target, child));
            return;
        }
        if (instruction.keyword().equals("ADD") && source.matches(".*\\.(tar|tar\\.gz|tgz)")) {
            to.mkdirs(target);
            unpack(source, target);
            return;
        }
        var into = intoFolder || to.isDirectory(target) ? Paths.child(target, Paths.name(source)) : target;
        to.mkdirs(Paths.parent(into));
        tree(source, into);
    }

    private void unpack(String source, String target) throws IOException {
        try (var file = from.read(source);
                var in = source.endsWith("z") ? new java.util.zip.GZIPInputStream(file) : file) {
            new TarExtractor(to, target).extract(in, name -> true, name -> {});
        }
    }

    private void tree(String source, String target) throws IOException, BuildError {
        var stat = from.lstat(source);
        if (stat.isDirectory()) {
            to.mkdirs(target);
            for (var child : from.list(source)) tree(Paths.child(source, child), Paths.child(target, child));
        } else if (stat.isLink()) {
            if (to.exists(target)) to.unlink(target);
            to.symlink(stat.target(), target);
        } else {
            try (var in = from.read(source);
                    var out = to.write(target, false)) {
                in.transferTo(out);
            }
        }
        to.chown(target, uid, gid);
        if (stat.isLink()) return;
        to.chmod(target, mode(stat.permissions()));
        to.setModified(target, stat.modified());
    }

    private int mode(int own) throws BuildError {
        var asked = instruction.flags().get("chmod");
        if (asked == null) return own;
        if (!asked.matches("[0-7]{1,4}")) throw new BuildError("invalid chmod parameter: '" + asked + "'");
        return Integer.parseInt(asked, 8);
    }
}
