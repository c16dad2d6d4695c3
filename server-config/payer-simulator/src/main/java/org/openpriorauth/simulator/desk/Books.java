package org.openpriorauth.simulator.desk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openpriorauth.simulator.adjudication.RuleBook;
import org.openpriorauth.simulator.ledger.Journal;
import org.openpriorauth.simulator.ledger.Ledger;
import org.openpriorauth.simulator.subscription.Subscriptions;

/** What this payer has on paper: the journal, what is folded from it, and its rules. */
public record Books(Journal journal, Ledger ledger, Subscriptions subscriptions, RuleBook rules)
    implements Closeable {

  /**
   * Opens the books of a directory.
   *
   * @throws Journal.Unusable when the journal is held by another process or damaged
   */
  public static Books open(Path directory) throws IOException, Journal.Unusable {
    Ledger ledger = new Ledger();
    Subscriptions subscriptions = new Subscriptions(ledger);
    Journal journal = Journal.open(directory, List.of(ledger, subscriptions));
    return new Books(journal, ledger, subscriptions, RuleBook.shipped());
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
