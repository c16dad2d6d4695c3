package org.openpriorauth.extraction;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.openpriorauth.chart.DocumentService;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/**
 * Pictures of pages for the viewer: drawn outside the server, so that no file reaches a browser.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PageImageService {
  private static final int DPI = 110;

  @Inject DocumentService documents;
  @Inject PageRecord record;
  @Inject PageReader reader;

  /**
   * @return a PNG, turned upright as the page was read
   * @throws Problem DOCUMENT_NOT_FOUND, PAGE_NOT_FOUND, READER_UNAVAILABLE
   */
  @Requires("pa:read")
  public byte[] image(Caller caller, UUID document, int page) {
    PageRecord.PageView read =
        record.pages(caller, document).stream()
            .filter(p -> p.number() == page)
            .findFirst()
            .orElseThrow(() -> Problem.of(ErrorCode.PAGE_NOT_FOUND));
    return reader.render(documents.content(caller, document), page, read.rotation(), DPI);
  }
}
