package org.openpriorauth.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/**
 * Where sealed contents lie. Called without a transaction; what it holds is unreadable without the
 * key in the document's row, so a content whose row never came is only waste.
 *
 * <p>A store that cannot do what it is asked, for whatever reason, throws a {@link
 * org.openpriorauth.kernel.Problem} DOCUMENT_STORE_AWAY, and has told its administrator why.
 */
public interface DocumentStore {
  /**
   * Sees to what can be seen to without asking anybody else.
   *
   * @throws IllegalStateException that names the setting which is missing or wrong
   */
  void open();

  /**
   * Returns when the content will survive a loss of power. Storing the same id again replaces it.
   */
  void put(ClinicId clinic, UUID document, byte[] sealed);

  /**
   * Like {@link #put}, unless a content of that id is there already, whatever it is.
   *
   * @return whether it was stored; false also where a first try was stored and its answer got lost
   */
  boolean putIfAbsent(ClinicId clinic, UUID document, byte[] sealed);

  /** The content as it was stored last, or nothing if there is none. */
  Optional<byte[]> find(ClinicId clinic, UUID document);

  /** Takes a content away; none of that id is no fault. Versions kept by a bucket stay behind. */
  void remove(ClinicId clinic, UUID document);

  /**
   * A page of what a clinic has here, in the order of {@link ContentName}, which all stores share.
   *
   * @param after the last id of the page before, or null
   * @return at most as many as the limit; fewer only at the end
   */
  List<UUID> ids(ClinicId clinic, UUID after, int limit);

  /** How many bytes it can still take, where it knows. */
  default OptionalLong room() {
    return OptionalLong.empty();
  }
}
