/** The images the engine comes with. */
package dev.dockline.embedded.image;
