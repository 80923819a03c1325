/**
 * Files as containers see them: an image's files copied into a folder of the host, volumes and binds over them, and the
 * owners and modes that the host would not take kept beside. {@link dev.dockline.embedded.fs.FileView} is what programs
 * use, {@link dev.dockline.embedded.fs.Disk} the host's side of it.
 */
package dev.dockline.embedded.fs;
