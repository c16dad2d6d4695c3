package org.openpriorauth.keys;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.model.SealedColumn;
import org.openpriorauth.keys.model.SealedRow;
import org.openpriorauth.keys.model.SealedValueRepository;
import org.openpriorauth.keys.model.SealedValueRepository.SealedValue;

/**
 * Gives values that are sealed with an earlier key the current one, a stretch of a column in each
 * transaction. A caller with a clinic works in that clinic, one without on the columns that belong
 * to none.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SealedValues {
  /** Rows a transaction: a page with its words is some 50 KB, and locks are held for all. */
  private static final int STRETCH = 100;

  private static final Logger LOG = System.getLogger(SealedValues.class.getName());

  @Inject SealedValueRepository values;
  @Inject FieldCipher cipher;
  @Inject KeyRing ring;
  @Inject ClinicScope scope;

  /** The last row of the next stretch with values to seal anew; nothing at the column's end. */
  @Requires(value = "operations:change", clinic = false)
  public Optional<SealedRow> nextStretch(Caller caller, SealedColumn column, SealedRow after) {
    enter(caller);
    byte[] head = FieldCipher.head(ring.current());
    return values.lastOfNext(caller.clinic(), column, head, after, STRETCH);
  }

  /**
   * Seals anew what is in the stretch. What somebody else changes meanwhile stays as they leave it,
   * and what does not open stays as it is: one broken value holds up no rotation.
   *
   * @throws MasterKeyException if a key cannot be had now; then nothing was changed
   */
  @Requires(value = "operations:change", clinic = false)
  public void sealAnew(Caller caller, SealedColumn column, SealedRow after, SealedRow last) {
    enter(caller);
    byte[] head = FieldCipher.head(ring.current());
    for (SealedValue value : values.lock(caller.clinic(), column, head, after, last)) {
      String place = column.place(value.row().number());
      byte[] plain;
      try {
        plain = cipher.open(place, value.row().id(), value.bytes());
      } catch (MasterKeyException e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Row " + value.row().id() + " keeps its key: " + e.getMessage());
        continue;
      }
      byte[] sealed = cipher.seal(place, value.row().id(), plain);
      values.replace(caller.clinic(), column, value, sealed);
    }
  }

  /** The ids of the keys that the caller's values are sealed with. */
  @Requires(value = "operations:change", clinic = false)
  public Set<String> keysInUse(Caller caller) {
    enter(caller);
    Set<String> ids = new TreeSet<>();
    for (SealedColumn column : SealedColumn.values()) {
      if (column.ofAClinic() == (caller.clinic() != null)) {
        ids.addAll(values.keysInUse(caller.clinic(), column));
      }
    }
    return ids;
  }

  private void enter(Caller caller) {
    if (caller.clinic() != null) {
      scope.enter(caller.clinic());
    }
  }
}
