"""The score: findings in, an explained value out."""
