# What stands around every page.
frame-skip = Aller au contenu
frame-ways = Rubriques
frame-search = Chercher dans tous les registres
frame-search-hint = Chercher un nom, un téléphone, un numéro…
frame-search-go = Chercher
frame-switch = Changer de personne
frame-lock = Verrouiller l’écran
frame-settings = Mes réglages
frame-quit = Fermer le programme
frame-language = Langue
frame-undo = Annuler
frame-help = Aide sur cette page
frame-leave = Ce que vous avez écrit n’est pas encore enregistré. Quitter la page ?
frame-leave-now = Sortir
