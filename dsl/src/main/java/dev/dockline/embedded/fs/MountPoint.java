package dev.dockline.embedded.fs;

import java.nio.file.Path;

/** A file or folder of the host that is seen at a path of a container. */
public record MountPoint(String destination, Path host, boolean writable) {}
