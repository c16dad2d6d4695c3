package org.openpriorauth.extraction;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.chart.DocumentService;
import org.openpriorauth.chart.ReadingFailure;
import org.openpriorauth.chart.model.DocumentState;
import org.openpriorauth.extraction.PageReader.Reading;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.HeldLeases;
import org.openpriorauth.operations.WorkItems;
import org.openpriorauth.operations.model.WorkItem;

/** Claims the reading of a document, reads with no transaction open, records what was found. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExtractionWork {
  /** A document that broke the reader this often is kept away from it. */
  private static final int MOST_KILLS = 2;

  private static final Logger LOG = System.getLogger(ExtractionWork.class.getName());

  @Inject
  @ConfigProperty(name = "openpriorauth.work.attempts")
  int mostAttempts;

  @Inject
  @ConfigProperty(name = "openpriorauth.extraction.document-seconds")
  long documentSeconds;

  @Inject WorkItems items;
  @Inject HeldLeases leases;
  @Inject DocumentService documents;
  @Inject PageReader reader;
  @Inject FieldExtractor extractor;
  @Inject PageRecord record;

  /** Takes its turn before it claims: whoever waits holds neither a lease nor a document. */
  @Requires("work:do")
  public void read(Caller caller, UUID workItem) {
    reader.inTurn(() -> claimAndRead(caller, workItem));
  }

  private void claimAndRead(Caller caller, UUID workItem) {
    Optional<WorkItem> claimed = items.claim(caller, workItem);
    if (claimed.isEmpty()) {
      return;
    }
    WorkItem item = claimed.get();
    if (item.attempt() > mostAttempts) {
      // It took the whole server down with it, time after time.
      record.unreadable(
          caller, item, DocumentState.QUARANTINED, ReadingFailure.BROKE_THE_SERVER.word());
      return;
    }
    leases.whileHeld(item, () -> understand(caller, item, reading(caller, item)));
  }

  private void understand(Caller caller, WorkItem item, Reading reading) {
    if (reading instanceof Reading.Read read) {
      FieldExtractor.Extraction found;
      try {
        found =
            extractor.extract(item.subject(), read.pages(), Duration.ofSeconds(documentSeconds));
      } catch (RuntimeException | StackOverflowError e) {
        // Its message could quote the page: only where it happened is told.
        LOG.log(
            Level.ERROR,
            "fields not found documentId={0} {1} at {2}",
            item.subject(),
            e.getClass().getName(),
            e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]);
        finish(caller, item, new Reading.Unavailable(ReadingFailure.NOT_UNDERSTOOD));
        return;
      }
      record.read(caller, item, warned(item, read, found), found);
    } else {
      finish(caller, item, reading);
    }
  }

  /** Settled with what was found: to look again would end the same way. */
  private static Reading.Read warned(
      WorkItem item, Reading.Read read, FieldExtractor.Extraction found) {
    if (!found.whole()) {
      LOG.log(Level.WARNING, "fields not all looked for documentId={0}", item.subject());
    }
    return new Reading.Read(read.mediaType(), found.warnings(read.flags()), read.pages());
  }

  private Reading reading(Caller caller, WorkItem item) {
    try {
      return reader.read(documents.content(caller, item.subject()));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "document not readable documentId=" + item.subject(), e);
      return new Reading.Unavailable(ReadingFailure.CONTENT_UNAVAILABLE);
    }
  }

  private void finish(Caller caller, WorkItem item, Reading reading) {
    if (reading instanceof Reading.Unreadable unreadable) {
      record.unreadable(caller, item, DocumentState.FAILED, unreadable.code());
    } else if (reading instanceof Reading.Killed && item.attempt() >= MOST_KILLS) {
      record.unreadable(
          caller, item, DocumentState.QUARANTINED, ReadingFailure.BROKE_THE_READER.word());
    } else {
      ReadingFailure failure =
          reading instanceof Reading.Unavailable u ? u.why() : ReadingFailure.BROKE_THE_READER;
      String why = failure.word();
      if (item.attempt() >= mostAttempts) {
        record.unreadable(caller, item, DocumentState.FAILED, why);
      } else {
        items.failed(caller, item, why);
      }
    }
  }
}
