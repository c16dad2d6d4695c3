package org.openpriorauth.reader.pdf;

import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Whether a PDF wants to do something. PDFBox has no interpreter, so here nothing ever runs. */
final class ActiveContent {
  /** Actions that only turn pages. */
  private static final Set<String> HARMLESS = Set.of("GoTo", "Named");

  private ActiveContent() {}

  /** Scripts or actions tied to the document as a whole. */
  static boolean isIn(PDDocument pdf) {
    COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
    COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
    COSDictionary action = catalog.getCOSDictionary(COSName.OPEN_ACTION);
    return catalog.containsKey(COSName.AA)
        || action != null && !HARMLESS.contains(action.getNameAsString(COSName.S, ""))
        || names != null && names.containsKey(COSName.JAVA_SCRIPT);
  }
}
