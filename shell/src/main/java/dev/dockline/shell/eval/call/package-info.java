/**
 * Snippets that only call: {@code var web = container("web").image("busybox").run()}. They are read and run here as the
 * compiler would have it, in a millisecond; whatever is not entirely clear is left to it.
 */
package dev.dockline.shell.eval.call;
