package org.openpriorauth.reader.pdf;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** How much of a page is picture, and how fine. Dictionaries are looked at, nothing is decoded. */
final class Pictures {
  /** Smaller ones are logos and rules; they do not say how the page was scanned. */
  private static final double BIG = 0.05;

  private final Rectangle2D page;
  private double share;
  private double dpi;
  private boolean fragile;

  Pictures(PDPage page) {
    PDRectangle crop = page.getCropBox();
    this.page =
        new Rectangle2D.Double(
            crop.getLowerLeftX(), crop.getLowerLeftY(), crop.getWidth(), crop.getHeight());
  }

  /** Looks whether an operator paints a picture. */
  void note(Operator operator, List<COSBase> operands, PDFStreamEngine engine) {
    if (OperatorName.BEGIN_INLINE_IMAGE.equals(operator.getName())) {
      add(operator.getImageParameters(), engine);
    } else if (OperatorName.DRAW_OBJECT.equals(operator.getName())
        && !operands.isEmpty()
        && operands.get(0) instanceof COSName name) {
      COSDictionary picture = picture(engine.getResources(), name);
      if (picture != null) {
        add(picture, engine);
      }
    }
  }

  private static COSDictionary picture(PDResources resources, COSName name) {
    if (resources == null) {
      return null;
    }
    COSDictionary objects = resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
    COSDictionary object = objects == null ? null : objects.getCOSDictionary(name);
    return object != null && COSName.IMAGE.equals(object.getCOSName(COSName.SUBTYPE))
        ? object
        : null;
  }

  private void add(COSDictionary picture, PDFStreamEngine engine) {
    Matrix matrix = engine.getGraphicsState().getCurrentTransformationMatrix();
    Rectangle2D painted =
        matrix
            .createAffineTransform()
            .createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
            .getBounds2D();
    Rectangle2D shown = painted.createIntersection(page);
    if (shown.isEmpty()) {
      return;
    }
    double part = area(shown) / area(page);
    share += part;
    if (part >= BIG && picture != null) {
      double width = picture.getInt(COSName.WIDTH, COSName.W, 0);
      double height = picture.getInt(COSName.HEIGHT, COSName.H, 0);
      dpi = Math.max(dpi, 72 * Math.sqrt(width * height / area(painted)));
      fragile |= isJpeg2000(picture.getDictionaryObject(COSName.FILTER, COSName.F));
    }
  }

  private static boolean isJpeg2000(COSBase filter) {
    if (filter instanceof COSArray several) {
      return several.size() > 0 && isJpeg2000(several.getObject(several.size() - 1));
    }
    return COSName.JPX_DECODE.equals(filter);
  }

  private static double area(Rectangle2D rectangle) {
    return rectangle.getWidth() * rectangle.getHeight();
  }

  /** The part of the page that is covered; strips of one scan add up. */
  double share() {
    return Math.min(1, share);
  }

  double dpi() {
    return dpi;
  }

  boolean fragile() {
    return fragile;
  }
}
