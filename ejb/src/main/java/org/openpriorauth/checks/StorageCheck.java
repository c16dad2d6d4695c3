package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.chart.StoreProbe;
import org.openpriorauth.chart.StoreProbe.Answer;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Problem;

/** Whether the document store takes a content and gives it back, and how much more it takes. */
@ApplicationScoped
public class StorageCheck implements Check {
  private static final long MEGABYTE = 1024L * 1024;

  /** Of the room that is asked for: below it, uploads are about to fail. */
  private static final int LAST_PART = 10;

  private static final String ADVICE =
      "Give the document store more room: what is stored is the record, and nothing may go.";

  @Inject StoreProbe probe;

  @Inject
  @ConfigProperty(name = "openpriorauth.checks.room-mb")
  long roomMb;

  @Override
  public Topic topic() {
    return Topic.STORAGE;
  }

  @Override
  public Finding look(Caller caller) {
    try {
      return judge(probe.look(), roomMb);
    } catch (Problem | IllegalStateException e) {
      return Finding.fail(
          "The document store takes nothing, or gives nothing back.",
          "The server's log says why, in a line that begins with \"documents:\".");
    }
  }

  static Finding judge(Answer answer, long wantedMb) {
    if (!answer.same()) {
      return Finding.fail(
          "The document store gave back something else than it was given.",
          "Let nobody upload until the disk or the bucket is looked at.");
    }
    if (answer.room().isEmpty()) {
      return Finding.pass("The document store takes contents and gives them back.");
    }
    long leftMb = answer.room().getAsLong() / MEGABYTE;
    String found = "The document store works; %,d MB are left.".formatted(leftMb);
    if (leftMb >= wantedMb) {
      return Finding.pass(found);
    }
    return leftMb >= wantedMb / LAST_PART
        ? Finding.warn(found, ADVICE)
        : Finding.fail(found, ADVICE);
  }
}
