package fr.bastide.web.admin;

import fr.bastide.loop.Transactions;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import fr.bastide.store.Repositories;
import fr.bastide.web.ServeOptions;
import fr.bastide.web.Settings;
import fr.bastide.web.frame.Build;
import org.springframework.stereotype.Component;

/// Says how the house is doing, to administrators.
@Component
public class HouseState {

  private final Threshold threshold;
  private final Transactions transactions;
  private final Repositories store;
  private final ServeOptions options;
  private final Settings settings;

  HouseState(Threshold threshold, Repositories store, ServeOptions options, Settings settings) {
    this.threshold = threshold;
    this.transactions = threshold.transactions();
    this.store = store;
    this.options = options;
    this.settings = settings;
  }

  /// The present state.
  ///
  /// @throws fr.bastide.loop.Denied to whoever is no administrator
  public HouseFacts of(Caller caller) {
    threshold.gate().require(caller, Act.ADMINISTER);
    return transactions.asHouse(() ->
        new HouseFacts(
            Build.present().version(),
            Runtime.version().toString(),
            options.data().toAbsolutePath().toString(),
            options.databaseUrl().isEmpty(),
            store.bodies().count(),
            store.letters().waiting(),
            settings.mail().host().isPresent(),
            store.journal().head().sequence()));
  }
}
