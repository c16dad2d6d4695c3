package org.openpriorauth.reader.image;

import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Dots to the inch as a file declares them, by the one form that all of the JDK's readers speak.
 */
final class Resolution {
  private static final double MILLIMETRES = 25.4;

  private Resolution() {}

  /**
   * Across and down.
   *
   * @return 0 where nothing is declared
   */
  static double[] of(IIOMetadata metadata) {
    if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
      return new double[2];
    }
    IIOMetadataNode root =
        (IIOMetadataNode) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
    return new double[] {
      dpi(root, "HorizontalPixelSize"), dpi(root, "VerticalPixelSize"),
    };
  }

  private static double dpi(IIOMetadataNode root, String name) {
    NodeList found = root.getElementsByTagName(name);
    if (found.getLength() == 0) {
      return 0;
    }
    double millimetres = Double.parseDouble(((Element) found.item(0)).getAttribute("value"));
    return millimetres > 0 ? MILLIMETRES / millimetres : 0;
  }
}
