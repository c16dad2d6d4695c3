package org.openpriorauth.simulator.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.openpriorauth.simulator.control.Scripts;
import org.openpriorauth.simulator.desk.Books;
import org.openpriorauth.simulator.desk.ReviewDesk;
import org.openpriorauth.simulator.desk.Settings;
import org.openpriorauth.simulator.intake.Finding;
import org.openpriorauth.simulator.intake.Refusal;
import org.openpriorauth.simulator.ledger.Log;

/** Builds all doors over one desk, and remembers the latest refused calls for the page. */
public final class Doors {
  private static final int REMEMBERED = 20;
  private final Books books;
  private final Clock clock;
  private final Deque<String> refused = new ArrayDeque<>();

  public Doors(Books books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  /** The handler that serves everything. */
  public FrontDoor open(ReviewDesk desk, Scripts scripts, Settings settings, String base) {
    SubscriptionDoor subscriptions = new SubscriptionDoor(books, clock, base);
    return new FrontDoor(
        this,
        new FhirDoor(desk, scripts, subscriptions, settings.token()),
        new ControlDoor(books, desk, scripts, settings.allowReset()),
        new LedgerDoor(books),
        new PageDoor(books, scripts, this));
  }

  JsonNode rules() {
    return books.rules().text();
  }

  void refused(Refusal refusal) {
    Finding first = refusal.findings().get(0);
    String place = first.expression().isEmpty() ? "" : " at " + first.expression();
    Log.say("refused status={0}{1}", refusal.status(), place);
    synchronized (refused) {
      refused.addFirst(refusal.status() + place + ": " + first.diagnostics());
      while (refused.size() > REMEMBERED) {
        refused.removeLast();
      }
    }
  }

  List<String> refusals() {
    synchronized (refused) {
      return List.copyOf(refused);
    }
  }
}
