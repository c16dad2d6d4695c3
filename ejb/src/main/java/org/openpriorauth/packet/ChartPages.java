package org.openpriorauth.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openpriorauth.chart.DocumentService;
import org.openpriorauth.extraction.ExtractionService;
import org.openpriorauth.extraction.PageReader;
import org.openpriorauth.extraction.PageRecord;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Evidence;
import org.openpriorauth.kernel.Problem;

/**
 * The chart's pages as pictures for a packet, drawn outside the server: a hostile file never comes
 * near the packet, and only pages that are the patient's go along.
 */
@ApplicationScoped
public class ChartPages {
  /** Fine faxes have 196 dots an inch. */
  private static final int DPI = 200;

  private static final int TRIES = 6;

  @Inject DocumentService documents;
  @Inject PageRecord record;
  @Inject PageReader reader;

  /**
   * A document with its label.
   *
   * @param pages where its pages stand in the packet
   * @param corrected what people put right in it
   */
  record Enclosed(PacketDocument document, List<Integer> pages, List<PutRight> corrected) {
    /** The sentence or row in which the evidence stands; empty if its page does not go along. */
    Optional<CitedQuote> cite(Evidence evidence) {
      int at = pages.indexOf(evidence.page());
      if (at < 0 || evidence.quote().isBlank()) {
        return Optional.empty();
      }
      List<PutRight> here =
          corrected.stream().filter(c -> c.place().page() == evidence.page()).toList();
      String words =
          Context.around(document.pages().text(at + 1), evidence.start(), evidence.end(), here);
      return Optional.of(
          new CitedQuote(
              new Citation(document.label(), at + 1),
              words.isEmpty() ? evidence.quote() : words,
              evidence));
    }

    /** The words on a page, as they were read. */
    Optional<String> text(int page) {
      int at = pages.indexOf(page);
      return at < 0 ? Optional.empty() : Optional.of(document.pages().text(at + 1));
    }
  }

  Enclosed enclose(Caller caller, int label, String title, ExtractionService.View view) {
    List<Integer> pages = view.countingPages();
    String kind = view.read().type() == null ? "document" : view.read().type().replace('_', ' ');
    return new Enclosed(
        new PacketDocument(label, title, kind, new Drawn(caller, view, pages)),
        pages,
        PutRight.of(view.read().fields()));
  }

  /** Opened when the first page is asked for. */
  private final class Drawn implements PageImages {
    private final Caller caller;
    private final ExtractionService.View view;
    private final List<Integer> pages;
    private byte[] content;
    private Map<Integer, PageRecord.PageView> read;

    Drawn(Caller caller, ExtractionService.View view, List<Integer> pages) {
      this.caller = caller;
      this.view = view;
      this.pages = pages;
    }

    @Override
    public int count() {
      return pages.size();
    }

    @Override
    public byte[] png(int page) {
      int number = pages.get(page - 1);
      int rotation = read().get(number).rotation();
      if (content == null) {
        content = documents.content(caller, view.document().id());
      }
      for (int tries = 1; ; tries++) {
        try {
          return reader.render(content, number, rotation, DPI);
        } catch (Problem e) {
          if (e.code() != ErrorCode.READER_UNAVAILABLE || tries == TRIES) {
            throw e;
          }
          // People who look at pages go first.
          LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
      }
    }

    @Override
    public String text(int page) {
      return read().get(pages.get(page - 1)).content().text();
    }

    private Map<Integer, PageRecord.PageView> read() {
      if (read == null) {
        read =
            record.pages(caller, view.document().id()).stream()
                .collect(Collectors.toMap(PageRecord.PageView::number, Function.identity()));
      }
      return read;
    }
  }
}
