package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.openpriorauth.identity.model.PeopleRepository;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;

/** Who did what, by name. */
@Stateless
public class PeopleService {
  @Inject PeopleRepository people;

  /** Names of the clinic's people; whoever is not of this clinic, and the machine, have none. */
  @Requires("pa:read")
  public Map<UUID, String> names(Caller caller, Set<UUID> ids) {
    return people.names(caller.clinic(), ids);
  }
}
