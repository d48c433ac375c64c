"""How each level of urgency looks, wherever it is shown."""

from collections.abc import Mapping
from types import MappingProxyType

from sijoint_desktop.triage.urgency import Urgency

LOOKS: Mapping[Urgency, tuple[str, str, int]] = MappingProxyType(
    {
        Urgency.SELF_CARE: ("soft", "check", 1),
        Urgency.LIMITED: ("amber", "shield-alert", 1),
        Urgency.CLINICIAN: ("amber", "shield-alert", 2),
        Urgency.URGENT: ("red", "triangle-alert", 2),
        Urgency.EMERGENCY: ("red", "octagon-alert", 3),
    }
)
"""Ground, icon and width of the edge in pixels."""
