package dev.dockline.embedded.program.tool;

import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Program;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** {@code sha256sum [FILE]...}, {@code md5sum [FILE]...} */
record Checksum(String algorithm) implements Program {
    @Override
    public int run(Process process) throws IOException, InterruptedException {
        return Inputs.each(
                process,
                Options.of(process, "").operands(),
                (name, in) -> process.println(digest(process, in) + "  " + name));
    }

    private String digest(Process process, InputStream in) throws IOException {
        try {
            var digest = MessageDigest.getInstance(algorithm);
            var buffer = new byte[8192];
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                process.checkpoint();
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
