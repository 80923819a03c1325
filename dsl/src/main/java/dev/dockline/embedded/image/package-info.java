/** Images: those the engine comes with, and those made of files. */
package dev.dockline.embedded.image;
