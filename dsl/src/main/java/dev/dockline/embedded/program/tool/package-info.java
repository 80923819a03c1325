/** The small tools of {@code /bin}, as busybox has them: one file each; an option that is not understood is refused. */
package dev.dockline.embedded.program.tool;
