package org.openpriorauth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpriorauth.chart.DocumentService;
import org.openpriorauth.extraction.PageReader.Reading;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.operations.HeldLeases;
import org.openpriorauth.operations.WorkItems;
import org.openpriorauth.operations.model.WorkItem;

class ExtractionWorkTest {
  private static final WorkItem ITEM =
      new WorkItem(
          new UUID(0, 1),
          new ClinicId(new UUID(0, 2)),
          "extraction",
          new UUID(0, 3),
          new UUID(0, 4),
          1);

  private final List<Reading.Read> recorded = new ArrayList<>();
  private Duration given;

  /** The work with everything around it answering at once. */
  private ExtractionWork work(boolean whole) {
    ExtractionWork work = new ExtractionWork();
    work.mostAttempts = 5;
    work.documentSeconds = 7;
    work.leases = new HeldLeases();
    work.items =
        new WorkItems() {
          @Override
          public Optional<WorkItem> claim(Caller caller, UUID id) {
            return Optional.of(ITEM);
          }
        };
    work.documents =
        new DocumentService() {
          @Override
          public byte[] content(Caller caller, UUID id) {
            return new byte[1];
          }
        };
    work.reader = reader();
    work.extractor = extractor(whole);
    work.record =
        new PageRecord() {
          @Override
          public void read(
              Caller caller, WorkItem item, Reading.Read read, FieldExtractor.Extraction found) {
            recorded.add(read);
          }
        };
    return work;
  }

  private static PageReader reader() {
    return new PageReader() {
      @Override
      public void inTurn(Runnable work) {
        work.run();
      }

      @Override
      public Reading read(byte[] content) {
        return new Reading.Read("text/plain", List.of("incomplete"), List.of());
      }

      @Override
      public byte[] render(byte[] content, int page, int rotation, int dpi) {
        throw new UnsupportedOperationException();
      }

      @Override
      public byte[] renderPacket(byte[] content, int page, int dpi) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private FieldExtractor extractor(boolean whole) {
    return new FieldExtractor() {
      @Override
      public String version() {
        return "test";
      }

      @Override
      public Extraction extract(
          UUID document, List<PageReader.Page> pages, Duration time, List<Composition.Part> said) {
        given = time;
        return new Extraction(null, 0, List.of(), List.of(), whole, Composition.UNKNOWN);
      }
    };
  }

  @ParameterizedTest
  @CsvSource({"true, incomplete", "false, 'incomplete, cut_short'"})
  void aDocumentThatTookTooLongIsSettledAndSaysSo(boolean whole, String flags) {
    work(whole).read(Caller.system(ITEM.clinic(), "test"), ITEM.id());

    assertThat(recorded).hasSize(1);
    assertThat(String.join(", ", recorded.get(0).flags())).isEqualTo(flags);
    assertThat(given).isEqualTo(Duration.ofSeconds(7));
  }
}
