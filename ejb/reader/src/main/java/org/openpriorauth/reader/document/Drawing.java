package org.openpriorauth.reader.document;

import java.awt.image.BufferedImage;
import org.openpriorauth.reader.page.Rotation;

/**
 * A page drawn upright.
 *
 * @param image the picture, turned already
 * @param dpi its resolution
 * @param rotation the turn that brought it upright
 */
public record Drawing(BufferedImage image, int dpi, Rotation rotation) {}
