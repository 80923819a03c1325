package dev.dockline.embedded.fs;

/** Why a call on files fails, in the words of {@code strerror}. */
public enum Errno {
    ENOENT("No such file or directory"),
    EACCES("Permission denied"),
    EPERM("Operation not permitted"),
    EEXIST("File exists"),
    ENOTDIR("Not a directory"),
    EISDIR("Is a directory"),
    ENOTEMPTY("Directory not empty"),
    EROFS("Read-only file system"),
    EXDEV("Invalid cross-device link"),
    EBUSY("Device or resource busy"),
    EINVAL("Invalid argument"),
    ELOOP("Too many levels of symbolic links"),
    EIO("Input/output error");

    private final String words;

    Errno(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public FileError on(String path) {
        return new FileError(this, path);
    }
}
