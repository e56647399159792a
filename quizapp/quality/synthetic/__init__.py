"""A pack of invented facts, of any size: what the quality figures and the speed are measured on."""

from quizapp.quality.synthetic.building import ENOUGH, Synthetic, synthesise

__all__ = ["ENOUGH", "Synthetic", "synthesise"]
